"""`make cost`: measure, write docs/units.json and the table in docs/deploy.md, and print it."""

import tests.conftest  # noqa: F401 - the surroundings its test measures in
from infra.cost.units import FILE
from tests.support.cost import files


def main() -> None:
    FILE.write_text(files.units_now(), encoding="utf-8")
    files.PAGE.write_text(files.page_now(), encoding="utf-8")
    print(files.table())


if __name__ == "__main__":
    main()
