/**
 * What an answer may use, in a notebook, in a page and in grading alike: the language as Node 20 has it, where nothing depends on
 * the machine, its language or its time zone. By what has it; but for global names, only functions are listed.
 */
export const OFFERED: Readonly<Record<string, string>> = {
  globalThis:
    "Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol " +
    "Date Promise RegExp Error AggregateError EvalError RangeError ReferenceError SyntaxError " +
    "TypeError URIError globalThis JSON Math ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array " +
    "Uint32Array Int32Array Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array " +
    "DataView Map BigInt Set WeakMap WeakSet Proxy Reflect decodeURI decodeURIComponent encodeURI " +
    "encodeURIComponent escape unescape eval isFinite isNaN console performance structuredClone " +
    "setTimeout setInterval setImmediate queueMicrotask clearTimeout clearInterval clearImmediate",
  Object:
    "assign getOwnPropertyDescriptor getOwnPropertyDescriptors getOwnPropertyNames " +
    "getOwnPropertySymbols hasOwn is preventExtensions seal create defineProperties defineProperty " +
    "freeze getPrototypeOf setPrototypeOf isExtensible isFrozen isSealed keys entries fromEntries " +
    "values",
  "Object.prototype":
    "__defineGetter__ __defineSetter__ hasOwnProperty __lookupGetter__ __lookupSetter__ isPrototypeOf " +
    "propertyIsEnumerable toString valueOf toLocaleString",
  "Function.prototype": "apply bind call toString",
  Array: "isArray from of",
  "Array.prototype":
    "at concat copyWithin fill find findIndex findLast findLastIndex lastIndexOf pop push reverse " +
    "shift unshift slice sort splice includes indexOf join keys entries values forEach filter flat " +
    "flatMap map every some reduce reduceRight toString toReversed toSorted toSpliced with",
  String: "fromCharCode fromCodePoint raw",
  "String.prototype":
    "anchor at big blink bold charAt charCodeAt codePointAt concat endsWith fontcolor fontsize fixed " +
    "includes indexOf isWellFormed italics lastIndexOf link match matchAll normalize padEnd padStart " +
    "repeat replace replaceAll search slice small split strike sub substr substring sup startsWith " +
    "toString toWellFormed trim trimStart trimLeft trimEnd trimRight toLowerCase toUpperCase valueOf",
  Number: "isFinite isInteger isNaN isSafeInteger parseFloat parseInt",
  "Number.prototype": "toExponential toFixed toPrecision toString valueOf",
  "Boolean.prototype": "toString valueOf",
  Symbol: "for keyFor",
  "Symbol.prototype": "toString valueOf",
  BigInt: "asUintN asIntN",
  "BigInt.prototype": "toString valueOf",
  Math:
    "abs acos acosh asin asinh atan atanh atan2 ceil cbrt expm1 clz32 cos cosh exp floor fround hypot " +
    "imul log log1p log2 log10 max min pow round sign sin sinh sqrt tan tanh trunc",
  JSON: "parse stringify",
  Reflect:
    "defineProperty deleteProperty apply construct get getOwnPropertyDescriptor getPrototypeOf has " +
    "isExtensible ownKeys preventExtensions set setPrototypeOf",
  Promise: "all allSettled any race resolve reject",
  "Promise.prototype": "then catch finally",
  Proxy: "revocable",
  "Map.prototype": "get set has delete clear entries forEach keys values",
  "Set.prototype": "has add delete clear entries forEach values keys",
  "WeakMap.prototype": "delete get set has",
  "WeakSet.prototype": "delete has add",
  Date: "now parse UTC",
  "Date.prototype":
    "toString toDateString toTimeString toISOString toUTCString toGMTString getDate setDate getDay " +
    "getFullYear setFullYear getHours setHours getMilliseconds setMilliseconds getMinutes setMinutes " +
    "getMonth setMonth getSeconds setSeconds getTime setTime getTimezoneOffset getUTCDate setUTCDate " +
    "getUTCDay getUTCFullYear setUTCFullYear getUTCHours setUTCHours getUTCMilliseconds " +
    "setUTCMilliseconds getUTCMinutes setUTCMinutes getUTCMonth setUTCMonth getUTCSeconds " +
    "setUTCSeconds valueOf getYear setYear toJSON",
  "RegExp.prototype": "exec compile toString test",
  ArrayBuffer: "isView",
  "ArrayBuffer.prototype": "slice resize",
  "DataView.prototype":
    "getInt8 setInt8 getUint8 setUint8 getInt16 setInt16 getUint16 setUint16 getInt32 setInt32 " +
    "getUint32 setUint32 getFloat32 setFloat32 getFloat64 setFloat64 getBigInt64 setBigInt64 " +
    "getBigUint64 setBigUint64",
  TypedArray: "of from",
  "TypedArray.prototype":
    "entries keys values at copyWithin every fill filter find findIndex findLast findLastIndex " +
    "forEach includes indexOf join lastIndexOf map reverse reduce reduceRight set slice some sort " +
    "subarray toString toReversed toSorted with",
  "Iterator.prototype": "",
  console:
    "assert clear count countReset debug dir dirxml error group groupCollapsed groupEnd info log " +
    "profile profileEnd table time timeEnd timeLog timeStamp trace warn",
};

/** What of a console prints nothing while an answer is tried. */
export const SILENT: readonly string[] = [
  "groupEnd",
  "clear",
  "countReset",
  "timeStamp",
  "profile",
  "profileEnd",
];

/** What there is of the library: what prints, and what marks an answer that is not written yet. */
export const OFFERED_OF_LIBRARY: readonly string[] = ["display", "notWrittenYet"];
