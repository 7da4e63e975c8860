"""One approved company with a key and a link, and a key for the agency: all that tests need."""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import httpx

from infra.local.aws import Clients
from infra.local.refusal import RefusedError

if TYPE_CHECKING:
    from mypy_boto3_lambda import LambdaClient

COMPANY: Final = {
    "name": "株式会社あおぞら製作所",
    "contact_email": "saiyo@aozora-seisakusho.example",
    "contact_name": "青空 採子",
    "locale": "ja",
}
LABEL: Final = "エンジニア採用"


@dataclass(frozen=True, slots=True)
class Seeding:
    """`stack` holds the stack's outputs: which functions approve and issue keys."""

    url: str
    clients: Clients
    stack: dict[str, str]

    def seed(self) -> dict[str, Any]:
        company_id = self._post("/v1/companies", COMPANY)["company_id"]
        self._call("ApproveFunction", {"company_id": company_id})
        key = self._call("IssueKeyFunction", {"kind": "company", "company_id": company_id})
        agency = self._call("IssueKeyFunction", {"kind": "agency"})
        link = self._post("/v1/links", {"label": LABEL}, bearer=key["api_key"])
        return {
            "company": {
                "company_id": company_id,
                "api_key": key["api_key"],
                "link_url": link["url"],
            },
            "agency": {"api_key": agency["api_key"]},
        }

    def still_good(self, known: dict[str, Any]) -> dict[str, Any] | None:
        """What a start before made, if its key is still answered; the port may be another."""
        answer = self._http(known["company"]["api_key"]).get("/v1/progress")
        if answer.status_code != httpx.codes.OK:
            return None
        here = {"company": self._here(known["company"]), "agency": known["agency"]}
        if demo := known.get("demo"):
            here["demo"] = demo | {"companies": [*map(self._here, demo["companies"])]}
        return here

    def _here(self, company: dict[str, Any]) -> dict[str, Any]:
        return company | {"link_url": self.url + urlsplit(company["link_url"]).path}

    def _post(self, path: str, body: dict[str, str], bearer: str = "") -> dict[str, Any]:
        headers = {"Idempotency-Key": f"seed:{path}"}
        answer = self._http(bearer).post(path, json=body, headers=headers)
        if not answer.is_success:
            raise RefusedError(
                f"the seed's POST {path} was answered {answer.status_code}: {answer.text}"
            )
        made: dict[str, Any] = answer.json()
        return made

    def _http(self, bearer: str) -> httpx.Client:
        headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}
        return httpx.Client(base_url=self.url, headers=headers, timeout=60, trust_env=False)

    def _call(self, output: str, event: dict[str, str]) -> dict[str, Any]:
        return invoke(self.clients, self.stack[output], event)


def invoke(clients: Clients, function: str, event: dict[str, Any]) -> dict[str, Any]:
    return invoked(clients.functions, function, event)


def invoked(by: "LambdaClient", function: str, event: dict[str, Any]) -> dict[str, Any]:
    answer = by.invoke(FunctionName=function, Payload=json.dumps(event).encode())
    told: Any = json.loads(answer["Payload"].read() or b"null")
    if answer.get("FunctionError"):
        raise RefusedError(f"{function} failed: {told}")
    return told or {}
