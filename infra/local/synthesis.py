"""The same program `cdk deploy` runs, for the stage `local`; no CDK CLI is needed."""

import json
import os
import sys

from infra.local.assembly import Assembly
from infra.local.place import Place
from infra.local.tools import node_folder, run

STACK = "CareerRelay-local"


def synthesize(place: Place) -> Assembly:
    folder = place / "cdk.out"
    run(
        "synthesize the stack",
        [sys.executable, "-m", "infra.app"],
        CDK_OUTDIR=str(folder),
        CDK_CONTEXT_JSON=json.dumps({"stage": "local"}),
        PATH=os.pathsep.join([node_folder(), os.environ.get("PATH", os.defpath)]),
        TMPDIR=str(place.temporary),
    )
    return Assembly(folder, STACK)
