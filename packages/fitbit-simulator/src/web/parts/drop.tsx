import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { openFile } from "../page";
import { say } from "../words/say";

/** Opens a package that is dropped anywhere in the window; says so while a file is dragged over it. */
export function Drop() {
  const over = useSignal(false);
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files") !== true) return;
      event.preventDefault();
      over.value = true;
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) over.value = false;
    };
    const drop = (event: DragEvent) => {
      over.value = false;
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      void openFile(file);
    };
    window.addEventListener("dragover", drag);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", drag);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, []);
  return over.value ? (
    <div class="drop-here" aria-hidden="true">
      {say("Drop the .fba to run it")}
    </div>
  ) : null;
}
