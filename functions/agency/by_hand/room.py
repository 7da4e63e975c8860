from pathlib import Path
from typing import Final

from shared.agency_pages import Desk

DESK: Final = Desk(Path(__file__).parents[1] / "pages")
shown, words, done = DESK.shown, DESK.words, DESK.done
