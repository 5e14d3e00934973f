// Pagefind over pages with ḏ for đ: ḏ is d with a mark to Unicode, so that Pagefind folds it.
import { open as openPlain } from "./pagefind.js";

const written = (text) => text.normalize("NFC").replaceAll("đ", "ḏ").replaceAll("Đ", "Ḏ");

export const open = () => openPlain("pagefind-d", written);
