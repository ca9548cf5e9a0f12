/** A page that sends one on. */
import { useEffect } from "react";
import { useNavigate } from "#app/router/way.ts";

export const GoTo = ({ path }: { readonly path: string }) => {
  const go = useNavigate();
  useEffect(() => go(path, { replace: true }), [go, path]);
  return null;
};
