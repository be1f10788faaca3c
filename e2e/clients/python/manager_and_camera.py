"""What a manager's script and a camera do with Python's requests. Prints one line of JSON for each step."""

import json
import sys

import requests

url, origin, key, email, password, label = sys.argv[1:]


def say(step, **facts):
    print(json.dumps({"step": step, **facts}))


def ask(session, query, variables=None, **options):
    answer = session.post(f"{url}/graphql", json={"query": query, "variables": variables or {}}, **options)
    answer.raise_for_status()
    return answer.json()["data"]


manager = requests.Session()
signed_in = manager.post(
    f"{url}/auth/sign-in/email", json={"email": email, "password": password}, headers={"Origin": origin}
)
say("sign in", status=signed_in.status_code)

versions = ask(
    manager,
    "query ($label: String!) { planogramVersion(label: $label) { positions { product { name imageUrls } } } }",
    {"label": label},
)
products = [position["product"] for position in versions["planogramVersion"]["positions"]]
address = next(product["imageUrls"][0] for product in products if product["imageUrls"])
image = manager.get(f"{url}{address}")
again = manager.get(f"{url}{address}", headers={"If-None-Match": image.headers["ETag"]})
say("image", status=image.status_code, again=again.status_code, unread=len(again.content))

schema = manager.post(f"{url}/graphql", json={"query": "{ __schema { types { name description } } }"})
say("long answer", status=schema.status_code, encoding=schema.headers.get("Content-Encoding"))

camera = requests.Session()
camera.headers["Authorization"] = f"Bearer {key}"
query = camera.get(f"{url}/graphql", params={"query": "{ viewer { kind } }"})
say("query by GET", status=query.status_code, data=query.json().get("data"))

photo = b"\xff\xd8\xff" + bytes(6_000_000)
created = ask(
    camera,
    "mutation ($n: Int!) { captureUploadCreate(input: { mimeType: \"image/jpeg\", byteLength: $n }) { url } }",
    {"n": len(photo)},
)["captureUploadCreate"]
say("photo", status=camera.put(f"{url}{created['url']}", data=photo).status_code)

revoked = requests.Session()
revoked.headers["Authorization"] = "Bearer gnd_revoked"
statuses = [revoked.put(f"{url}{created['url']}", data=photo).status_code for _ in range(5)]
say("revoked key", statuses=statuses)
say("no such method", status=camera.get(f"{url}{created['url']}").status_code)
