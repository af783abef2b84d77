"""A parser on its way to a worker process."""

from __future__ import annotations

from typing import Self

import attrs

from ..errors import PluginError
from ..parser import Parser


@attrs.frozen(kw_only=True)
class Carried:
    """A parser, and the names of the plugins it has where it comes from."""

    parser: Parser
    plugins: tuple[str, ...]

    @classmethod
    def of(cls, parser: Parser) -> Self:
        """Return `parser`, ready to be pickled."""
        return cls(parser=parser, plugins=parser._registry.plugins)

    def unpacked(self) -> Parser:
        """Return the parser, in the worker.

        Raises:
            PluginError: a plugin is missing here: without it the worker would give other
                articles than the parser it was made from, and nobody would know.
        """
        missing = sorted(set(self.plugins) - set(self.parser._registry.plugins))
        if missing:
            why = "".join(f"; {problem}" for problem in self.parser.problems)
            raise PluginError(f"the plugins {', '.join(missing)} are missing in the worker{why}")
        return self.parser
