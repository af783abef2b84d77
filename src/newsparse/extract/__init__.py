"""From the tree to blocks, and from a whole page to its story and its metadata."""
