export * from "./build";
export * from "./inline-package";
export * from "./world";
