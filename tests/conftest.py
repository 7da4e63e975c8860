"""No test reaches AWS: credentials are false, and the region is the home one."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from _pytest.nodeid import coerce_node_id
from hypothesis import settings

from tests.browser.chromium import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

os.environ.update(
    AWS_ACCESS_KEY_ID="none",
    AWS_SECRET_ACCESS_KEY="none",
    AWS_DEFAULT_REGION="ap-northeast-1",
    AWS_CONFIG_FILE=os.devnull,
    AWS_SHARED_CREDENTIALS_FILE=os.devnull,
    AWS_EC2_METADATA_DISABLED="true",
    JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION="20",
    POWERTOOLS_SERVICE_NAME="test",
    POWERTOOLS_METRICS_NAMESPACE="CareerRelay",
    POWERTOOLS_TRACE_DISABLED="true",
)

settings.register_profile("nightly")


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """One for all the tests of a worker: of Playwright a thread runs one."""
    with chromium() as running:
        yield running


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What xdist 3.8 writes beside a test's name, its group, is where pytest 9.2 reads it.

    Without it `--dist loadgroup` groups nothing, and each worker starts an engine of its own.
    """
    for item in items:
        if grouped := vars(item).get("_nodeid"):
            item._id = coerce_node_id(grouped)
