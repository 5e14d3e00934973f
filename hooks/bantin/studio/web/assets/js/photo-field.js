// A photograph: its file, dropped or chosen; the desk makes it small and takes out the camera's data.
import { ask, inAddress, make, meta, tell } from "./api.js";
import { labelled, newId } from "./controls.js";

/** @type {import("./fields.js").Maker} */
export function photoField(spec, value, changed) {
  const id = newId();
  let src = value ?? "";
  const shown = make("span", { class: "src" }, [src || "chưa có tệp"]);
  const input = /** @type {HTMLInputElement} */ (make("input", { id, type: "file", accept: "image/jpeg,image/png,image/webp" }));
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (!file) return;
    try {
      const answer = await ask(`/api/photos/${inAddress(meta("path"))}`, { data: file });
      src = answer.src;
      shown.textContent = src;
      changed();
    } catch (error) {
      tell(/** @type {Error} */ (error).message, true);
    }
  });
  return { root: labelled(spec, id, [shown, " ", input]), read: () => src };
}
