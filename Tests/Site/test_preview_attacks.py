"""The preview server against clients that mean harm: it stays up, small, and inside of the site."""

import pathlib
import random
import re
import socket
import subprocess
import threading
import time

import pytest
from conftest import run


class Server:
    def __init__(self, limber, root, *options):
        self.process = subprocess.Popen(
            [limber, "preview", "--root", str(root), *options], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        line = ""
        while "http" not in line:
            line = self.process.stdout.readline()
            assert line, "the preview did not start"
        self.port = int(re.search(r":(\d+)/", line)[1])
        self.host = f"127.0.0.1:{self.port}"

    def connect(self, timeout=30):
        return socket.create_connection(("127.0.0.1", self.port), timeout=timeout)

    def answer(self, request, timeout=30):
        """What comes back to these bytes until the server hangs up or says no more."""
        with self.connect(timeout) as client:
            try:
                client.sendall(request)
                client.shutdown(socket.SHUT_WR)
                parts = []
                while part := client.recv(65536):
                    parts.append(part)
            except (ConnectionError, TimeoutError):
                pass
            return b"".join(parts)

    def get(self, path="/", host=None, more=""):
        return self.answer(f"GET {path} HTTP/1.1\r\nHost: {host or self.host}\r\n{more}Connection: close\r\n\r\n".encode())

    def megabytes(self):
        return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{self.process.pid}/status").read_text())[1]) / 1024

    def files(self):
        return len(list(pathlib.Path(f"/proc/{self.process.pid}/fd").iterdir()))

    def lives(self):
        return self.process.poll() is None and self.get().startswith(b"HTTP/1.1 200")


@pytest.fixture(scope="module")
def server(limber, tmp_path_factory):
    root = tmp_path_factory.mktemp("attacked") / "library"
    assert run(limber, "init", str(root)).returncode == 0
    (root / "Content/secret.txt").write_text("a secret")
    server = Server(limber, root)
    assert server.lives()
    yield server
    assert server.lives()
    server.process.terminate()
    assert server.process.wait(timeout=20) == 0


def test_it_listens_at_loopback_only(server):
    text = pathlib.Path("/proc/net/tcp").read_text() + pathlib.Path("/proc/net/tcp6").read_text()
    places = [line.split()[1] for line in text.splitlines()[1:] if line.split()[3:4] == ["0A"] and line.split()[1].endswith(f":{server.port:04X}")]
    assert places == [f"0100007F:{server.port:04X}"]


@pytest.mark.parametrize(
    "host",
    [
        "evil.example", "evil.example:PORT", "127.0.0.1.evil.example:PORT", "localhost.evil.example:PORT", "127.0.0.1", "127.0.0.1:1", "[::2]:PORT",
        "evil.example@127.0.0.1:PORT", "127.0.0.1:PORT.evil.example", "127.0.0.1:PORT, evil.example", "0.0.0.0:PORT", "2130706433:PORT", "127.1:PORT",
        "", " ", "localhost:PORT\tx", "LOCALHOST:PORT/", "[::1]:PORT]",
    ],
)  # fmt: skip
def test_a_page_is_shown_only_to_whoever_names_the_server(server, host):
    answer = server.answer(f"GET / HTTP/1.1\r\nHost: {host.replace('PORT', str(server.port))}\r\n\r\n".encode())
    assert b"<html" not in answer and not answer.startswith(b"HTTP/1.1 200")


def test_a_second_host_does_not_help(server):
    for hosts in (("evil.example", server.host), (server.host, "evil.example")):
        fields = "".join(f"Host: {host}\r\n" for host in hosts)
        answer = server.answer(f"GET / HTTP/1.1\r\n{fields}\r\n".encode())
        # Whichever of the two counts: a browser sends one, and a page cannot add another.
        assert answer[:12] in (b"HTTP/1.1 200", b"HTTP/1.1 421", b"HTTP/1.1 400", b"")
    assert server.answer(b"GET / HTTP/1.1\r\n\r\n")[:12] != b"HTTP/1.1 200"
    assert server.answer(f"GET http://evil.example/ HTTP/1.1\r\nHost: {server.host}\r\n\r\n".encode())[:12] != b"HTTP/1.1 200"


CLIMBING = [
    "/../Content/secret.txt", "/..%2fContent/secret.txt", "/%2e%2e/Content/secret.txt", "/%2E%2E%2fContent%2fsecret.txt",
    "/%252e%252e/Content/secret.txt", "/..\\Content\\secret.txt", "/..%5cContent%5csecret.txt", "/exercises/../../Content/secret.txt",
    "/%00/../Content/secret.txt", "/Content/secret.txt%00.html", "/%c0%ae%c0%ae/Content/secret.txt", "/%uff0e%uff0e/Content/secret.txt",
    "//etc/passwd", "///etc/passwd", "/etc/passwd", "/.%2e/.%2e/etc/passwd", "/....//....//etc/passwd", "/_limber/../../etc/passwd",
    "/_limber/sheets/../../etc/passwd", "/_limber/document/..%2f..%2fetc%2fpasswd", "/_limber/picture/../../../etc/passwd",
    "/_limber/picture/%2e%2e%2fx", "/Content/secret.txt", "/Templates/Strings/en.yaml", "/.limber-site", "/.git/config", "/%2fetc/passwd",
    "/./", "/%2e/", "*", "http://127.0.0.1/etc/passwd", "/\xff\xfe", "/?file=/etc/passwd", "/#/etc/passwd", "/;/../etc/passwd",
]  # fmt: skip


@pytest.mark.parametrize("path", CLIMBING)
def test_no_path_leads_out_of_the_site(server, path):
    answer = server.answer(f"GET {path} HTTP/1.1\r\nHost: {server.host}\r\n\r\n".encode("latin-1"))
    assert b"a secret" not in answer and b"root:" not in answer and b"vocabulary:" not in answer
    if answer.startswith(b"HTTP/1.1 200"):
        assert path.startswith(("/?", "/#")), path
    location = re.search(rb"(?i)\r\nlocation: *([^\r]*)", answer)
    assert not location or re.match(rb"/(?!/)[^\\]*$", location[1]), answer[:300]


MALFORMED = [
    b"", b"\r\n\r\n", b"\n\n", b"\0" * 1000, b"GET\r\n\r\n", b"GET /\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"G" * 10000, b"GET / HTTP/1.1\r\nHost\r\n\r\n", b"GET / HTTP/1.1\r\n: x\r\n\r\n", b"GET  /  HTTP/1.1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: HOST\r\nContent-Length: -1\r\n\r\n", b"GET / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 99999999999999999999\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 9000000000000000000\r\n\r\nx", b"GET / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
    b"POST / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nx", b"POST / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\nx",
    b"POST / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\nx", b"GET / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: gzip\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: HOST\r\nX: a\r\n b\r\n\r\n", b"GET / HTTP/1.1\r\nHost: HOST\r\nX: \xff\xfe\x00\r\n\r\n", b"TRACE / HTTP/1.1\r\nHost: HOST\r\n\r\n",
    b"CONNECT evil.example:443 HTTP/1.1\r\nHost: HOST\r\n\r\n", b"GET /%zz HTTP/1.1\r\nHost: HOST\r\n\r\n", b"GET /? HTTP/1.1\r\nHost: HOST\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
]  # fmt: skip


def test_malformed_requests_end_their_own_connection_only(server):
    for request in MALFORMED:
        answer = server.answer(request.replace(b"HOST", server.host.encode()))
        assert answer == b"" or answer.startswith(b"HTTP/1.1 "), request
    assert server.lives()


def test_random_bytes_end_their_own_connection_only(server):
    source = random.Random(7)
    for _ in range(200):
        server.answer(source.randbytes(source.randrange(1, 2000)) + b"\r\n\r\n", timeout=5)
    assert server.lives()


def test_what_is_too_large_is_refused(server):
    assert server.get("/" + "a" * 5000).startswith(b"HTTP/1.1 414")
    assert server.get("/", more="".join(f"X-{n}: {'a' * 2000}\r\n" for n in range(20))).startswith((b"HTTP/1.1 431", b""))
    assert server.get("/", more="Content-Length: 10000000\r\n")[:12] in (b"HTTP/1.1 413", b"")
    assert b"secret" not in server.answer(f"POST / HTTP/1.1\r\nHost: {server.host}\r\n\r\n".encode())


def test_ten_thousand_requests_leave_it_as_small_as_it_was(server):
    for _ in range(300):
        server.get("/exercises/")
    before, files = server.megabytes(), server.files()
    counts, lock = {}, threading.Lock()

    def ask(number):
        request = f"GET /{'' if number % 3 else 'nowhere'} HTTP/1.1\r\nHost: {server.host if number % 5 else 'evil.example'}\r\nConnection: close\r\n\r\n"
        for _ in range(100):
            status = server.answer(request.encode())[:12]
            with lock:
                counts[status] = counts.get(status, 0) + 1

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(counts.values()) == 10_000
    answered = sum(count for status, count in counts.items() if status in (b"HTTP/1.1 200", b"HTTP/1.1 404", b"HTTP/1.1 421"))
    assert answered >= 9_990, counts
    assert server.lives()
    growth = server.megabytes() - before
    print(f"\n10000 requests by 100 clients at a time: {answered} answered, {growth:.1f} MB more than before")
    assert growth < 40 and server.files() <= files + 5


def test_slow_and_endless_clients_keep_nobody_waiting_and_no_memory(server):
    before = server.megabytes()
    slow = [server.connect() for _ in range(200)]
    for number, client in enumerate(slow):
        client.sendall([b"", b"GET / HT", f"GET / HTTP/1.1\r\nHost: {server.host}\r\nX: ".encode(), b"\r"][number % 4])
    is_over = threading.Event()

    def flood(first, rest):
        with server.connect(timeout=5) as client:
            try:
                client.sendall(first)
                while not is_over.is_set():
                    client.sendall(rest)
            except OSError:
                pass

    floods = [
        threading.Thread(target=flood, args=pair)
        for pair in [(b"GET /", b"a" * 65536), (b"GET / HTTP/1.1\r\n", b"X: y\r\n" * 8000), (b"GET / HTTP/1.1\r\nX: ", b"a" * 65536), (b"", b"\r\n" * 30000)]
    ]
    for thread in floods:
        thread.start()
    end = time.monotonic() + 4
    answers = 0
    while time.monotonic() < end:
        for client in slow:
            try:
                client.send(b"a")
            except OSError:
                pass
        answers += server.get().startswith(b"HTTP/1.1 200")
    is_over.set()
    for client in slow:
        client.close()
    for thread in floods:
        thread.join()
    growth = server.megabytes() - before
    print(f"\n200 slow and 4 endless clients: {answers} others answered meanwhile, {growth:.1f} MB more than before")
    assert answers >= 1 and growth < 60
    assert server.lives()


def test_streams_of_events_are_limited(server):
    request = f"GET /_limber/events HTTP/1.1\r\nHost: {server.host}\r\n\r\n".encode()
    clients = []
    statuses = []
    for _ in range(270):
        client = server.connect()
        client.sendall(request)
        statuses.append(client.recv(12))
        clients.append(client)
    assert statuses.count(b"HTTP/1.1 200") == 256 and statuses.count(b"HTTP/1.1 503") == 14
    for client in clients:
        client.close()
    assert server.lives()
