// The heading of a block stands in the block's first row, so that every row of the table is one patient.
import { HourglassBottomFilledIcon } from "@navikt/aksel-icons";
import type { PageWords } from "#i18n/pages/page-words.ts";
import { usePageWords } from "../../page-words.ts";
import type { Block, BlockSizes } from "./lines.ts";

export const BlockHead = ({ block, sizes }: { readonly block: Block; readonly sizes: BlockSizes }) => {
  const words = usePageWords();
  const { title, detail } = headText(block, sizes, words);
  return (
    <h2 className="board-block" data-block={block}>
      {block === "overdue" && <HourglassBottomFilledIcon aria-hidden />}
      {title} <span className="board-block-detail">{detail}</span>
    </h2>
  );
};

const headText = (block: Block, sizes: BlockSizes, { board }: PageWords): { readonly title: string; readonly detail: string } => {
  if (block !== "overdue") return { title: board[block], detail: String(sizes[block]) };
  const parts = [
    sizes.overdueToSee === 0 ? "" : board.overdueToSee(sizes.overdueToSee),
    sizes.overdueToLevel === 0 ? "" : board.overdueToLevel(sizes.overdueToLevel),
  ];
  return { title: board.overdue, detail: parts.filter((part) => part !== "").join(", ") };
};
