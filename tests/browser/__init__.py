"""The built website in a real browser: Chromium on this machine, the site on a local server."""
