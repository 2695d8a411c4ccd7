"""Who renders the frame around the pages: MkDocs today."""
