"""Strip and map rules that look at the front matter and at elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .compiled import ElementMap, Group
from .dom import Node, comments, find_all, find_first, following, is_marked, visible_text
from .draft import Draft
from .offer import Offer
from .origin import Origin
from .rules import Between


def strip_elements(draft: Draft) -> None:
    """Mark what the source's strip rules by selector and by comment find."""
    root, html, marks = draft.root, draft.document.html, draft.marks
    if root is None:
        return
    compiled = draft.compiled
    for rule in compiled.strips:
        if rule.needs is not None and rule.needs not in html:
            continue
        for node in find_all(root, rule.selector):
            if not marks or not is_marked(node, marks):
                draft.mark(node, rule.id)
    if "<!--" in html:
        for rule_id, place in compiled.betweens:
            if place.start in html and place.end in html:
                _strip_between(draft, root, rule_id, place)
    for rule_id, selector, comment in compiled.afters:
        start = _start(root, selector, comment, html)
        if start is not None and not is_marked(start, marks):
            draft.mark(start, rule_id)
            for node in following(start, root):
                draft.mark(node, rule_id)


def _start(root: Node, selector: str | None, comment: str | None, html: str) -> Node | None:
    if selector is not None:
        return find_first(root, selector)
    if comment is None or comment not in html:
        return None
    return next((node for node, text in comments(root) if text == comment), None)


def _strip_between(draft: Draft, root: Node, rule_id: str, place: Between) -> None:
    """Mark what stands between two comments, but no element that holds the second."""
    found = list(comments(root))
    first = next((i for i, (_, text) in enumerate(found) if text == place.start), None)
    if first is None:
        return
    ends = [i for i, (_, text) in enumerate(found) if text == place.end and i > first]
    if not ends:
        return
    last = found[ends[-1] if place.start == place.end else ends[0]][0]
    around = set()
    above = last.parent
    while above is not None:
        around.add(above.mem_id)
        above = above.parent
    for node in _after(found[first][0], root, around, last.mem_id):
        draft.mark(node, rule_id)


def _after(start: Node, root: Node, around: set[int], stop: int) -> Iterator[Node]:
    """Yield the largest nodes after `start` that end before the node `stop`.

    `around` are the ancestors of `stop`: they are entered, not yielded.
    """
    stack = [following(start, root)]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
        elif node.mem_id == stop:
            return
        elif node.mem_id in around:
            stack.append(_children(node))
        elif not node.is_comment_node:
            yield node


def _children(node: Node) -> Iterator[Node]:
    child = node.first_child
    while child is not None:
        yield child
        child = child.next


def map_matter(draft: Draft) -> None:
    """Offer the values of constants and of front matter keys."""
    for group, value in draft.compiled.constants:
        give(draft, group, value)
    if not draft.document.matter:
        return
    matter = draft.document.matter.as_dict()
    for rule in draft.compiled.key_maps:
        for name in rule.names:
            value = matter.get(name)
            if value is None or value == "" or value == ():
                continue
            groups = rule.groups[name]
            if rule.pattern is not None:
                match = rule.pattern.search(str(value)[:4096])
                given = match is not None and bool(give_groups(draft, groups, match))
            else:
                given = give(draft, groups[0], value)
            if given:
                draft.used_keys[name] = value
                break


def map_elements(draft: Draft) -> None:
    """Offer the values of elements and attributes, and take out what is consumed."""
    root, html = draft.root, draft.document.html
    if root is None:
        return
    # The head of a page tells much of what rules look for.
    find = draft.tree.css if draft.document.shape == "page" else root.css
    for rule in draft.compiled.element_maps:
        if rule.needs is not None and rule.needs not in html:
            continue
        marks = draft.marks
        for node in find(rule.selector):
            if marks and is_marked(node, marks):
                continue
            if _map_element(draft, rule, node) and not rule.every:
                break


def _map_element(draft: Draft, rule: ElementMap, node: Node) -> bool:
    if rule.attribute is not None:
        value = node.attributes.get(rule.attribute) or ""
    else:
        child = node.first_child
        if child is not None and child.is_text_node and child.next is None:
            value = " ".join((child.text_content or "").split())
        else:
            value = " ".join(visible_text(node, draft.marks).split())
    if not value:
        return False
    if rule.pattern is not None:
        match = rule.pattern.search(value[:4096])
        if match is None:
            return False
        fields = give_groups(draft, rule.groups, match)
    else:
        fields = tuple(g.field for g in rule.groups if give(draft, g, value))
    if not fields and not rule.consume:
        return False
    draft.count(rule.id)
    if rule.consume:
        draft.marks.setdefault(node.mem_id, rule.id)
        draft.consumed(rule.id, fields or tuple(g.field for g in rule.groups))
    return True


def give(draft: Draft, group: Group, value: Any) -> bool:
    """Convert a value and offer it; False where the converter finds nothing in it."""
    context = draft.context
    origin = group.origin
    context.note = None  # of a value that came to nothing
    try:
        made = group.convert(value, context)
    except Exception as error:
        draft.report("plugin-failed", f"a converter raised {error!r}", origin.rule)
        return False
    if made is None or made == ():
        return False
    if context.note is not None:
        origin = Origin(kind=origin.kind, where=origin.where, rule=origin.rule, note=context.note)
    draft.add(Offer(group.field, made, origin))
    return True


def give_groups(draft: Draft, groups: tuple[Group, ...], match: re.Match[str]) -> tuple[str, ...]:
    """Offer the named groups of a match; return the fields that got a value."""
    fields = []
    for group in groups:
        value = match[group.name] if group.name is not None else match[0]
        if value and give(draft, group, value):
            fields.append(group.field)
    return tuple(fields)
