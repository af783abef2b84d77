"""Where files are written: a property of all sets of names."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from newsparse.cli.inputs import Input
from newsparse.cli.output import places

NAMES = ["a", "a.md", "a.MD", "a.json", "a.md.json", "a.md-2.json", "a.md.json.json", "b.html"]
FOLDERS = ["", "a", "A", "b/a"]
PATHS = st.builds(Path, st.sampled_from(FOLDERS), st.sampled_from(NAMES))


@given(st.lists(PATHS, unique=True, max_size=12), st.sampled_from([".json", ".post.md"]))
def test_no_two_documents_share_a_file_and_no_input_is_one(paths: list[Path], suffix: str) -> None:
    folder = Path("in")  # the worst case: results go beside the documents
    inputs = [Input(name=str(p), path=folder / p, relative=p) for p in paths]
    found = places(inputs, folder, suffix)
    assert found.keys() == set(inputs)
    written = [str(p).casefold() for p in found.values()]
    assert len(set(written)) == len(written)
    assert not set(written) & {str(i.path).casefold() for i in inputs}
    for source, path in found.items():
        assert path.parent == (folder / source.relative).parent
        assert path.name.endswith(suffix)
