// pandoc 3 with the `typst` program, from Python packages: Debian 12's pandoc cannot write Typst.
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import path from "node:path"
import { root } from "./site.mjs"

/** Finds or installs both; null where that fails. */
export function pandocWithTypst() {
  const folder = path.join(root, ".tools/pandoc")
  const python = path.join(folder, "bin/python")
  if (!existsSync(path.join(folder, "bin/typst"))) {
    process.stderr.write("installing pandoc 3 and typst for the comparison (some 100 MB)\n")
    mkdirSync(path.dirname(folder), { recursive: true })
    const made = spawnSync("sh", ["-c", `python3 -m venv ${folder} && ${python} -m pip install -q --disable-pip-version-check pypandoc_binary==1.17 typst==0.15.2`])
    if (made.status !== 0) return null
    const typst = `#!${python}\nimport sys, typst\narguments = [a for a in sys.argv[1:] if not a.startswith("-")]\nif arguments[:1] == ["compile"]: arguments = arguments[1:]\ntypst.compile(arguments[0], output=arguments[1])\n`
    writeFileSync(path.join(folder, "bin/typst"), typst, { mode: 0o755 })
  }
  const found = spawnSync(python, ["-c", "import pypandoc; print(pypandoc.get_pandoc_path())"], { encoding: "utf8" })
  return found.status === 0 ? { pandoc: found.stdout.trim(), typst: path.join(folder, "bin/typst") } : null
}
