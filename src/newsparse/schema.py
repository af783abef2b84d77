"""The JSON Schema of stored articles, version 1 of the format.

``python -m newsparse.schema`` prints it; ``docs/article.schema.json`` is what
it prints. The dialect is JSON Schema 2020-12.
"""

from __future__ import annotations

import json
from typing import Any, Final, TypeAlias, get_args

from .origin import Kind
from .serialise import VERSION

Schema: TypeAlias = dict[str, Any]

_TEXT: Final[Schema] = {"type": "string"}
_MAYBE_TEXT: Final[Schema] = {"type": ["string", "null"]}
_MAYBE_WHOLE: Final[Schema] = {"type": ["integer", "null"]}
_FLAG: Final[Schema] = {"type": "boolean"}
_SPAN: Final[Schema] = {"type": "integer", "minimum": 1, "maximum": 1000}
_MOMENT: Final[Schema] = {"type": ["string", "null"], "format": "date-time"}


def article_schema() -> Schema:
    """Return the JSON Schema of what :func:`newsparse.serialise.to_dict` writes."""
    fields: dict[str, Schema] = {
        "newsparse": {"const": VERSION, "description": "The version of the format."},
        "title": _MAYBE_TEXT,
        "original_title": _MAYBE_TEXT,
        "url": _MAYBE_TEXT,
        "source": _TEXT,
        "publisher": _MAYBE_TEXT,
        "agency": _MAYBE_TEXT,
        "place": _MAYBE_TEXT,
        "authors": _many(_ref("person")),
        "editors": _many(_ref("person")),
        "published": _MOMENT,
        "modified": _MOMENT,
        "language": _MAYBE_TEXT,
        "categories": _many(_TEXT),
        "keywords": _many(_TEXT),
        "summary": _MAYBE_TEXT,
        "cover": {"anyOf": [_ref("image"), {"type": "null"}]},
        "body": _record({"blocks": _many(_ref("block"))}),
        "free_access": {"type": ["boolean", "null"]},
        "extra": {"type": "object", "additionalProperties": _ref("anything")},
        "origins": {"type": "object", "additionalProperties": _ref("origin")},
        "problems": _many(_ref("problem")),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:newsparse:article:{VERSION}",
        "title": "newsparse article",
        "description": "One news article as newsparse stores it.",
        **_record(fields, required=["newsparse"]),
        "$defs": {**_values(), **_blocks(), **_inlines()},
    }


def _values() -> dict[str, Schema]:
    image = {"url": _TEXT, "alt": _MAYBE_TEXT, "width": _MAYBE_WHOLE, "height": _MAYBE_WHOLE}
    origin = {
        "kind": {"enum": list(get_args(Kind))},
        "where": _TEXT,
        "rule": _TEXT,
        "note": _MAYBE_TEXT,
        "confidence": {"type": "number"},
    }
    problem = {"code": _TEXT, "message": _TEXT, "where": _MAYBE_TEXT}
    person = {"name": _TEXT, "role": _MAYBE_TEXT, "url": _MAYBE_TEXT}
    return {
        "person": _record(person, required=["name"]),
        "image": _record(image, required=["url"]),
        "origin": _record(origin, required=["kind", "where", "rule"]),
        "problem": _record(problem, required=["code", "message"]),
        "anything": {
            "description": (
                "Any data of a front matter. What JSON has no words for is an object with the one "
                "key $float, $datetime, $date or $time; one that only looks so stands in $map."
            ),
            "type": ["string", "number", "boolean", "null", "array", "object"],
            "items": _ref("anything"),
            "additionalProperties": _ref("anything"),
        },
    }


def _blocks() -> dict[str, Schema]:
    content = _many(_ref("inline"))
    blocks = _many(_ref("block"))
    cell = {"content": content, "header": _FLAG, "colspan": _SPAN, "rowspan": _SPAN}
    kinds = {
        "heading": _tagged(
            "heading",
            {"level": {"type": "integer", "minimum": 1, "maximum": 6}, "content": content},
            required=["level", "content"],
        ),
        "paragraph": _tagged("paragraph", {"content": content}, required=["content"]),
        "figure": _tagged(
            "figure",
            {"image": _ref("image"), "caption": content, "credit": _MAYBE_TEXT},
            required=["image"],
        ),
        "list": _tagged(
            "list",
            {"items": _many(_ref("item")), "ordered": _FLAG, "start": {"type": "integer"}},
            required=["items"],
        ),
        "quote": _tagged("quote", {"blocks": blocks, "cite": content}, required=["blocks"]),
        "table": _tagged(
            "table", {"rows": _many(_many(_ref("cell"))), "caption": content}, required=["rows"]
        ),
        "code-block": _tagged("code", {"text": _TEXT, "language": _MAYBE_TEXT}, required=["text"]),
        "embed": _tagged("embed", {"url": _TEXT, "title": _MAYBE_TEXT}, required=["url"]),
    }
    return {
        "block": {"oneOf": [_ref(name) for name in kinds]},
        **kinds,
        "item": _record({"blocks": blocks}, required=["blocks"]),
        "cell": _record(cell),
    }


def _inlines() -> dict[str, Schema]:
    content = _many(_ref("inline"))
    marks = {
        "link": _tagged("link", {"url": _TEXT, "content": content}, required=["url", "content"]),
        "strong": _tagged("strong", {"content": content}, required=["content"]),
        "emphasis": _tagged("emphasis", {"content": content}, required=["content"]),
        "code-span": _tagged("code", {"text": _TEXT}, required=["text"]),
    }
    return {"inline": {"oneOf": [_TEXT, *(_ref(name) for name in marks)]}, **marks}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _many(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _record(fields: dict[str, Schema], *, required: list[str] | None = None) -> Schema:
    schema: Schema = {"type": "object", "properties": fields, "additionalProperties": False}
    return {**schema, "required": required} if required else schema


def _tagged(tag: str, fields: dict[str, Schema], *, required: list[str]) -> Schema:
    return _record({"type": {"const": tag}, **fields}, required=["type", *required])


def main() -> None:
    """Print the schema as it stands in ``docs/article.schema.json``."""
    print(json.dumps(article_schema(), indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
