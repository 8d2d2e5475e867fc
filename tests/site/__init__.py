"""The website without a browser: preview, redirects, proposals."""
