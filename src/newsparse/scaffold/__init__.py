"""Starting a plugin: rules proposed from samples, and a package around them.

::

    samples ─► read ─► propose ─► rules as Python code ─► package

Used by ``newsparse new-source`` only; no plugin needs it once it is written.
"""
