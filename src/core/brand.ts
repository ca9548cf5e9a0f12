// Values that must not be mixed up carry a brand. Each brand has one constructor, beside its meaning.

declare const brand: unique symbol;

export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
