// A page of the public surface that is not built yet says what it will hold; an address that is none says so.
import { usePageWords } from "../../page-words.ts";
import { Link } from "../../router/link.tsx";
import { useLocation } from "../../router/way.ts";

const coming = ["lead", "devices", "ready", "display", "notice"] as const;

export const LaterPage = () => {
  const words = usePageWords();
  const { pathname } = useLocation();
  const name = coming.find((one) => pathname === `/${one}`);
  return (
    <div className="page">
      <h1>{name === undefined ? words.later.unknown : words.frame[name]}</h1>
      <section className="card stack">
        {name !== undefined && <h2>{words.later.coming}</h2>}
        <p>{name === undefined ? words.later.unknownText : words.later[name]}</p>
        {name !== undefined && <p className="soft">{words.later.untilThen}</p>}
        <p>
          <Link className="button button-main" to="/">
            {words.later.toBoard}
          </Link>
        </p>
      </section>
    </div>
  );
};
