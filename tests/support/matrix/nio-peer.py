"""An encrypted Matrix client that shares no code with ours (matrix-nio on libolm), driven over standard input and output.

One JSON object a line: {"id": 1, "do": "send", ...} is answered by {"id": 1, "result": ...} or {"id": 1, "error": "..."}.
The first one must be `login`. It ends with its input, and its keys with it.
"""

import asyncio
import json
import sys
import tempfile
import threading

from nio import Api, AsyncClient, AsyncClientConfig, BadEvent, EncryptionError, ErrorResponse, Event, MegolmEvent
from olm.pk import PkSigning


class Peer:
    def __init__(self, store: str) -> None:
        self.store = store
        self.timeline: dict[str, list] = {}

    async def login(self, url: str, user: str, device: str, token: str) -> None:
        self.client = AsyncClient(url, user, device, self.store, AsyncClientConfig(encryption_enabled=True))
        self.client.restore_login(user, device, token)
        self.client.add_event_callback(self.hear, (Event, BadEvent))
        self.syncing = asyncio.create_task(self.client.sync_forever(timeout=30_000, full_state=True))
        await self.synced()

    async def synced(self) -> None:
        """The next sync has come; raises where none will any more."""
        waiting = asyncio.create_task(self.client.synced.wait())
        await asyncio.wait([waiting, self.syncing], return_when=asyncio.FIRST_COMPLETED)
        if self.syncing.done():
            self.syncing.result()

    async def sign(self) -> None:
        """Gives the account an identity and signs this device with it, which matrix-nio itself cannot do.
        https://spec.matrix.org/latest/client-server-api/#cross-signing"""
        user, device = self.client.user_id, self.client.device_id
        master, own = PkSigning(PkSigning.generate_seed()), PkSigning(PkSigning.generate_seed())
        keys = {"master_key": public(user, "master", master), "self_signing_key": signed(user, master, public(user, "self_signing", own))}
        await self.post("device_signing/upload", keys)
        devices = await self.post("query", {"device_keys": {user: [device]}})
        await self.post("signatures/upload", {user: {device: signed(user, own, devices["device_keys"][user][device])}})

    async def post(self, path: str, body: dict) -> dict:
        headers = {"Authorization": f"Bearer {self.client.access_token}"}
        response = await self.client.send("POST", f"/_matrix/client/v3/keys/{path}", json.dumps(body), headers)
        answer = await response.json()
        if response.status != 200 or answer.get("failures"):
            raise RuntimeError(f"{path}: {answer}")
        return answer

    def hear(self, room, event) -> None:
        self.timeline.setdefault(room.room_id, []).append(event)

    async def join(self, room: str) -> None:
        good(await self.client.join(room))
        while room not in self.client.rooms:
            await self.synced()

    async def send(self, room: str, type: str, content: dict) -> str:
        """Encrypted where the room is, to all devices of all members: libolm knows nothing of signed ones."""
        return good(await self.client.room_send(room, type, content, ignore_unverified_devices=True)).event_id

    async def redact(self, room: str, event: str) -> str:
        return good(await self.client.room_redact(room, event)).event_id

    async def seen(self, room: str) -> list:
        events = self.timeline.get(room, [])
        for index, event in enumerate(events):
            if isinstance(event, MegolmEvent):
                try:
                    events[index] = self.client.decrypt_event(event)
                except EncryptionError:
                    pass  # its key may still come
        return [show(event) for event in events if "state_key" not in event.source]


def public(user: str, usage: str, key: PkSigning) -> dict:
    return {"user_id": user, "usage": [usage], "keys": {f"ed25519:{key.public_key}": key.public_key}}


def signed(user: str, key: PkSigning, thing: dict) -> dict:
    plain = {name: value for name, value in thing.items() if name not in ("signatures", "unsigned")}
    return {**plain, "signatures": {user: {f"ed25519:{key.public_key}": key.sign(Api.to_canonical_json(plain))}}}


def show(event) -> dict:
    unreadable = isinstance(event, MegolmEvent)
    return {
        "id": event.event_id,
        "sender": event.sender,
        "type": event.source["type"],
        "content": event.source["content"],
        "redacts": getattr(event, "redacts", None),
        "encrypted": unreadable or event.decrypted,
        "unreadable": unreadable,
        "valid": not isinstance(event, BadEvent),
    }


def good(response):
    if isinstance(response, ErrorResponse):
        raise RuntimeError(str(response))
    return response


async def serve(orders: asyncio.Queue) -> None:
    with tempfile.TemporaryDirectory(prefix="nio-") as store:
        peer = Peer(store)
        while True:
            order = json.loads(await orders.get())
            number, name = order.pop("id"), order.pop("do")
            try:
                answer = {"result": await getattr(peer, name)(**order)}
            except Exception as error:
                answer = {"error": f"{type(error).__name__}: {error}"}
            print(json.dumps({"id": number, **answer}), flush=True)


async def main() -> None:
    orders: asyncio.Queue = asyncio.Queue()
    serving = asyncio.create_task(serve(orders))
    loop = asyncio.get_running_loop()

    def read() -> None:
        for line in sys.stdin:
            loop.call_soon_threadsafe(orders.put_nowait, line)
        loop.call_soon_threadsafe(serving.cancel)

    threading.Thread(target=read, daemon=True).start()
    await asyncio.wait([serving])


asyncio.run(main())
