"""Sphinx: how the documentation is built (``just docs``)."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from tables import write_tables  # noqa: E402

import newsparse  # noqa: E402

write_tables(HERE / "_generated")

project = "newsparse"
author = "The newsparse developers"
copyright = f"2026, {author}"  # noqa: A001
release = version = newsparse.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build", "_generated"]
source_suffix = {".md": "markdown"}
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_mock_imports = ["ray"]  # large, and only its names are needed here
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_class_signature = "separated"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
python_maximum_signature_line_length = 88

html_theme = "furo"
html_title = "newsparse"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_show_sourcelink = False
