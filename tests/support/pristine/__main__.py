import json
import logging
import os
import sys
import tempfile
from pathlib import Path

from infra.local.environment import of_engine
from infra.local.place import Place


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder), 0)
        place.prepare()
        os.environ |= of_engine(place, 4566) | {"LAMBDA_ASYNC_RETRY_BASE_SECONDS": "0.05"}
        tempfile.tempdir = str(place.temporary)
        logging.disable()
        from tests.support.pristine import answers, events, lambdas, state

        found = {
            name.removeprefix("needs_"): bool(needs())
            for module in (answers, events, lambdas, state)
            for name, needs in vars(module).items()
            if name.startswith("needs_")
        }
    print(json.dumps(found))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
