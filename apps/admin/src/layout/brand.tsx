/** The mark and name of the product. */
export function Brand() {
  return (
    <span className="flex items-center gap-2 font-semibold">
      <img src="/favicon.svg" alt="" className="size-6" />
      gemini-balance
    </span>
  );
}
