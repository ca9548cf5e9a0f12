// How old the list is of who was in the house, among what is made ready beforehand.
import { usePageWords } from "../../page-words.ts";
import { Link } from "../../router/link.tsx";
import { ListHere } from "../../snapshot/list-here.tsx";
import { SectionHead } from "./this-device.tsx";

export const InTheHouse = () => {
  const { snapshot } = usePageWords();
  return (
    <section className="card stack" aria-labelledby="settings-house">
      <SectionHead id="settings-house" title={snapshot.title} />
      <ListHere />
      <p>
        <Link to="/import">{snapshot.choose}</Link>
      </p>
    </section>
  );
};
