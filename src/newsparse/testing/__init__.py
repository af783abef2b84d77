"""What tests of newsparse, of its plugins and of users' code may share.

Nothing here is imported by the library itself; :mod:`newsparse.testing.articles`
needs hypothesis (extra ``testing``).
"""
