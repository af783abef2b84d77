# The project's tasks by name: `just test`. Each is one command, so they can be
# typed without just as well. The tools come with: pip install -e ".[dev]"

# everything that must hold before a commit
all: lint types test docs

# unit and property tests; give pytest's arguments after the name
test *arguments:
    pytest {{arguments}}

# style and formatting
lint:
    ruff check .
    ruff format --check .

# static types
types:
    mypy

# the documentation, in docs/_build
docs:
    sphinx-build -W --keep-going -q -b html docs docs/_build

# what a post costs, against the floor of its two parsers
bench *arguments:
    python benchmarks/cost.py {{arguments}}

# the property tests with many more examples
fuzz:
    pytest -m hypothesis --hypothesis-profile=fuzz

# mutation tests of the rule engine and the front matter (pip install mutmut; five minutes)
mutants *arguments:
    mutmut run {{arguments}}
