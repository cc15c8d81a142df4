"""Chromium without a window, driven over its debugging socket: go to a page, wait for something, take a picture."""

import base64
import json
import shutil
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

import websocket

NAMES = ("google-chrome", "chromium", "chromium-browser")
WITHIN = 60


class Browser:
    def __enter__(self):
        self.profile = Path(tempfile.mkdtemp(prefix="shots-"))
        program = next(filter(None, map(shutil.which, NAMES)))
        options = ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars")
        self.process = subprocess.Popen(
            [program, *options, "--remote-debugging-port=0", f"--user-data-dir={self.profile}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.socket = websocket.create_connection(self._address(), suppress_origin=True, timeout=WITHIN)
        self.number = 0
        self("Page.enable")
        return self

    def __exit__(self, *_error):
        self.socket.close()
        self.process.terminate()
        self.process.wait(20)
        shutil.rmtree(self.profile, ignore_errors=True)

    def __call__(self, method, **params):
        """Send a command and return its result; events are passed over."""
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": params}))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.number:
                return answer["result"]

    def cookie(self, address, name, value):
        self("Network.setCookie", name=name, value=value, url=address)

    def forget(self):
        self("Network.clearBrowserCookies")

    def picture(self, address, until, path, width, height):
        """A picture of the page once the selector `until` is there and the page is quiet."""
        self("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 700)
        self("Page.navigate", url=address)
        wait(lambda: self.value(f"document.readyState === 'complete' && !!document.querySelector({json.dumps(until)})"))
        time.sleep(1.5)  # pictures and fonts inside the page
        data = self("Page.captureScreenshot", format="png")["data"]
        path.write_bytes(base64.b64decode(data))

    def value(self, expression):
        return self("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def _address(self):
        port_file = self.profile / "DevToolsActivePort"
        wait(lambda: port_file.is_file() and port_file.read_text().strip())
        port = port_file.read_text().splitlines()[0]
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list") as answer:  # noqa: S310 - our own browser
            return next(page["webSocketDebuggerUrl"] for page in json.load(answer) if page["type"] == "page")


def wait(condition):
    deadline = time.monotonic() + WITHIN
    while time.monotonic() < deadline:
        if condition():
            return
        time.sleep(0.2)
    raise TimeoutError(f"it did not come within {WITHIN} s")
