"""Plugins that raise wherever they are called."""
