"""Pages as the Markdown extension writes them."""
