// What automerge-repo's own sync server does: a repo with a socket and a folder, at its defaults.
import { WebSocketServer } from "ws"
import { Repo } from "@automerge/automerge-repo"
import { WebSocketServerAdapter } from "@automerge/automerge-repo-network-websocket"
import { NodeFSStorageAdapter } from "@automerge/automerge-repo-storage-nodefs"

const socket = new WebSocketServer({ port: Number(process.env.PORT), host: "127.0.0.1" })
new Repo({
  network: [new WebSocketServerAdapter(socket)],
  storage: new NodeFSStorageAdapter(process.env.DATA_DIR),
  peerId: "storage-server-bench",
  sharePolicy: async () => false,
})
