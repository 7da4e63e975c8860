"""A company's server on this machine, with a certificate of its own."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from shared.webhooks.reach import Reach
from shared.webhooks.resolve import Resolver
from shared.webhooks.sending import Wire

NAME = "hooks.example.test"
HERE = ip_network("127.0.0.0/8")
type Answer = Callable[[ssl.SSLSocket], None]
"""What it does once it has read a request."""


def certify(folder: Path, name: str = NAME) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(who, who, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path = folder / "certificate.pem"
    path.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return path


@dataclass
class Receiver:
    certificate: Path
    port: int
    requests: list[bytes] = field(default_factory=list)
    names: list[str | None] = field(default_factory=list)
    connections: int = 0

    def wire(self, resolver: Resolver | None = None, limit: float = 10.0) -> Wire:
        trust = ssl.create_default_context(cafile=self.certificate)
        reach = Reach(frozenset({443, self.port}), (HERE,))
        return Wire(trust, resolver or (lambda host, port: ("127.0.0.1",)), reach, limit)

    def url(self, host: str = NAME) -> str:
        return f"https://{host}:{self.port}/relay?of=acme"


def answering(head: bytes, body: bytes = b"") -> Answer:
    return lambda line: line.sendall(head + b"\r\n\r\n" + body)


@contextmanager
def receiving(certificate: Path, answer: Answer) -> Iterator[Receiver]:
    """Until it is left; it answers one after another."""
    with closing(socket.create_server(("127.0.0.1", 0))) as door:
        here = Receiver(certificate, door.getsockname()[1])
        thread = threading.Thread(target=_serve, args=(door, here, answer), daemon=True)
        thread.start()
        yield here
        with suppress(OSError):
            door.shutdown(socket.SHUT_RDWR)
    thread.join(5)


def _serve(door: socket.socket, here: Receiver, answer: Answer) -> None:
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trust.load_cert_chain(here.certificate)
    trust.set_servername_callback(lambda line, name, _: here.names.append(name))
    with suppress(OSError):
        while True:
            raw, _ = door.accept()
            here.connections += 1
            with raw, suppress(OSError):
                raw.settimeout(5)
                _speak(trust.wrap_socket(raw, server_side=True), here, answer)


def _speak(line: ssl.SSLSocket, here: Receiver, answer: Answer) -> None:
    with line:
        here.requests.append(_read(line))
        answer(line)


def _read(line: ssl.SSLSocket) -> bytes:
    got = b""
    while b"\r\n\r\n" not in got or len(got) < _whole(got):
        if not (more := line.recv(65536)):
            break
        got += more
    return got


def _whole(got: bytes) -> int:
    head, _, _ = got.partition(b"\r\n\r\n")
    sizes = [row.split(b":")[1] for row in head.lower().split(b"\r\n") if b"content-length" in row]
    return len(head) + 4 + int(sizes[0] if sizes else 0)
