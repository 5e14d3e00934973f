// Records that the article needs and no registry has: taken in, changed, or replaced in place.
import { ask, element, make, tell } from "./api.js";
import { recordsField } from "./records-field.js";

/** @typedef {{registry: string, id: string, evidence: string, fields: Record<string, any>, titles: Record<string, string>}} Proposal */

const NAMES = /** @type {Record<string, string>} */ ({ agencies: "Cơ quan", programs: "Chương trình", documents: "Văn bản", districts: "Huyện, quận, thị xã", provinces: "Tỉnh, thành phố" });

/**
 * @param {Proposal[]} proposals
 * @param {() => Promise<void>} before called before an answer
 * @param {() => void} done called after it
 */
export function showProposals(proposals, before, done) {
  const section = element("proposals");
  section.hidden = !proposals.length;
  section.replaceChildren(
    make("h2", {}, [`Chưa có trong sổ (${proposals.length})`]),
    proposals.length > 1 ? make("button", { type: "button", click: () => acceptAll(proposals, before, done) }, [`Thêm cả ${proposals.length} vào sổ`]) : "",
    ...proposals.map((one) => card(one, before, done)),
  );
}

/**
 * Take in one after the other: a programme may name an agency that stands before it.
 * @param {Proposal[]} proposals
 * @param {() => Promise<void>} before
 * @param {() => void} done
 */
async function acceptAll(proposals, before, done) {
  try {
    await before();
    for (const one of proposals) await ask(`/api/proposals/${encodeURIComponent(one.id)}`, { json: {} });
  } catch (error) {
    tell(/** @type {Error} */ (error).message, true);
  }
  done();
}

/**
 * @param {Proposal} proposal
 * @param {() => Promise<void>} before
 * @param {() => void} done
 */
function card(proposal, before, done) {
  const inputs = Object.entries(proposal.fields)
    .filter(([, value]) => typeof value !== "object")
    .map(([key, value]) => ({ key, before: String(value), control: input(String(value)) }));
  const rows = inputs.map((one) => make("label", {}, [`${proposal.titles[one.key] ?? one.key} `, one.control]));
  const other = recordsField(
    { name: "", path: "", label: "Hoặc chọn mục đã có trong sổ", hint: "", required: false, kind: "records", registry: proposal.registry },
    "", () => {}, "",
  );

  /** @param {object} json */
  const answer = async (json) => {
    try {
      await before();
      await ask(`/api/proposals/${encodeURIComponent(proposal.id)}`, { json });
      done();
    } catch (error) {
      tell(/** @type {Error} */ (error).message, true);
    }
  };
  const changes = () => Object.fromEntries(inputs.filter((one) => one.control.value !== one.before).map((one) => [one.key, one.control.value]));
  return make("section", { class: "proposal" }, [
    make("h3", {}, [`${NAMES[proposal.registry]}: ${proposal.fields.name ?? proposal.fields.number ?? proposal.id}`]),
    make("p", { class: "evidence" }, [proposal.evidence]),
    make("details", {}, [make("summary", {}, ["Xem và sửa bản ghi"]), ...rows, other.root,
      make("button", { type: "button", click: () => answer({ other: other.read() }) }, ["Dùng mục đã chọn"])]),
    make("button", { type: "button", click: () => answer({ changes: changes() }) }, ["Thêm vào sổ"]), " ",
    make("button", { type: "button", click: () => answer({ other: "" }) }, ["Bỏ khỏi bài"]),
  ]);
}

/** @param {string} value */
function input(value) {
  const control = /** @type {HTMLInputElement} */ (make("input", {}));
  control.value = value;
  return control;
}
