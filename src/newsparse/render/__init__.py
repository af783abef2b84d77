"""Renderings of an article: words, Markdown, HTML, JSON-LD, archive post.

All of them are functions of the same blocks, and none changes anything. What
is written is built up from known blocks and checked URLs, so nothing dangerous
has to be taken out afterwards.
"""
