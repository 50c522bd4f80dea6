// openapi-generator 4.3.1 calls these two where any JSON stands for a property, and makes them for no option it has.
declare global {
  function anyFromJSON<T>(json: T): T;
  function anyToJSON<T>(value: T): T;
}

Object.assign(globalThis, { anyFromJSON: <T>(json: T) => json, anyToJSON: <T>(value: T) => value });

export {};
