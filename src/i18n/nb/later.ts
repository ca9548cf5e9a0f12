// Sider som kommer, og adresser som ikke finnes.
export const later = {
  unknown: "Siden finnes ikke",
} as const;
