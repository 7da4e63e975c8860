"""The environment the engine runs in: made up here, whatever the person's own one says."""

import os
import tempfile
from typing import Final

from infra.local.place import Place
from shared.settings import CLOCK_FILE

REGION: Final = "ap-northeast-1"
ACCOUNT: Final = "000000000000"
ACCESS_KEY: Final = "AKIACAREERRELAYLOCAL"
SECRET_KEY: Final = "made-up-for-this-machine-and-worth-nothing-elsewhere"
KEPT: Final = ("PATH", "HOME", "LANG", "LC_ALL", "TERM", "COLUMNS")


def made_up() -> dict[str, str]:
    """AWS settings that reach no account: nothing in the home folder is read."""
    return {
        "AWS_ACCESS_KEY_ID": ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY": SECRET_KEY,
        "AWS_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
    }


def of_engine(place: Place, gateway_port: int) -> dict[str, str]:
    """ministack reads these once, when it is imported."""
    return made_up() | {
        "AUTH": "true",  # the roles' policies hold here as on AWS
        "BIND_HOST": "127.0.0.1",
        CLOCK_FILE: str(place.clock),
        "DOCKER_HOST": f"unix://{place / 'no-docker'}",  # never touch a person's containers
        "GATEWAY_PORT": str(gateway_port),
        "IOT_MTLS_ENABLED": "0",
        "LAMBDA_WARM_TTL_SECONDS": "60",
        "LOG_LEVEL": "INFO",
        "MINISTACK_ACCOUNT_ID": ACCOUNT,
        "MINISTACK_REGION": REGION,
        "PERSIST_STATE": "1",
        "S3_DATA_DIR": str(place.engine / "s3"),
        "S3_PERSIST": "1",
        "SFTP_ENABLED": "0",
        "STATE_DIR": str(place.engine),
        "TMPDIR": str(place.temporary),
        "TZ": "UTC",
    }


def enclose(place: Place, gateway_port: int) -> None:
    """From here on this process knows nothing of the shell that started it."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    os.environ.clear()
    os.environ.update(kept | of_engine(place, gateway_port))
    tempfile.tempdir = str(place.temporary)
