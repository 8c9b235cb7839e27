/* The WeakMap of Polymer 0.5, which writes on its keys: those that are frozen throw. */
var counter = Date.now() % 1e9;
window.WeakMap = function () { this.name = '__st' + (Math.random() * 1e9 >>> 0) + counter++ };
WeakMap.prototype = {
  set: function (key, value) { var entry = key[this.name]; if (entry && entry[0] === key) entry[1] = value; else Object.defineProperty(key, this.name, { value: [key, value], writable: true }); return this },
  get: function (key) { var entry; return (entry = key[this.name]) && entry[0] === key ? entry[1] : undefined },
  has: function (key) { var entry = key[this.name]; return !!entry && entry[0] === key },
  'delete': function (key) { var entry = key[this.name]; if (!entry) return false; entry[0] = entry[1] = undefined; return true }
};
