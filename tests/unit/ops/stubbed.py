"""An account whose every answer a test wrote down beforehand, in AWS's own shapes."""

from dataclasses import dataclass, field
from typing import Any

import boto3
from botocore.stub import Stubber

HOME, GUARD = "ap-northeast-1", "us-east-1"
ACCOUNT = "111122223333"


@dataclass
class Stubbed:
    """A client nobody wrote answers for refuses whatever it is asked."""

    region: str = HOME
    made: dict[tuple[str, str], Any] = field(default_factory=dict)

    def client(self, service: Any, region: str = "") -> Any:
        return self._of(service, region or self.region)[0]

    def _of(self, service: Any, region: str) -> Any:
        if (service, region) not in self.made:
            client: Any = boto3.client(service, region_name=region)
            stubber = Stubber(client)
            stubber.activate()
            self.made[service, region] = client, stubber
        return self.made[service, region]

    def answers(self, service: str, act: str, said: Any, asked: Any = None, at: str = HOME) -> None:
        self._of(service, at)[1].add_response(act, said, asked)

    def refuses(self, service: str, act: str, code: str, message: str = "", at: str = HOME) -> None:
        self._of(service, at)[1].add_client_error(act, code, message)

    def check_all_asked(self) -> None:
        for _, stubber in self.made.values():
            stubber.assert_no_pending_responses()
