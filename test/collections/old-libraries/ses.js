/* What Hardened JavaScript (SES) does: nothing shared can be written to. */
[Object, Function, Array, String, Number, Boolean, RegExp, Date, Map, Set, WeakMap, Promise, Error, Symbol].forEach(function (type) {
  Object.freeze(type); Object.freeze(type.prototype);
});
Object.freeze(Object.getPrototypeOf([][Symbol.iterator]()));
Object.freeze(Math); Object.freeze(JSON); Object.freeze(Reflect);
