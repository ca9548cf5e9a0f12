// Det som rammen sier om sikkerhetskopi; resten kommer med sidene som sier det.
export const archive = {
  backedUp: (age: string) => `Sikkerhetskopi for ${age} siden`,
} as const;
