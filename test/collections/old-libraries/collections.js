/* Collections as polyfills of 2013 made them: no iterators, no list for the constructor, marks on the keys. */
window.Map = function () { this.k = []; this.v = [] };
Map.prototype = {
  get: function (k) { return this.v[this.k.indexOf(k)] }, has: function (k) { return this.k.indexOf(k) > -1 },
  set: function (k, v) { var i = this.k.indexOf(k); if (i < 0) i = this.k.push(k) - 1; this.v[i] = v },
  'delete': function (k) { var i = this.k.indexOf(k); if (i < 0) return false; this.k.splice(i, 1); this.v.splice(i, 1); return true },
  clear: function () { this.k = []; this.v = [] }, forEach: function (f) { for (var i = 0; i < this.k.length; i++) f(this.v[i], this.k[i], this) }
};
window.Set = function () { this.k = [] };
Set.prototype = {
  has: function (k) { return this.k.indexOf(k) > -1 }, add: function (k) { if (!this.has(k)) this.k.push(k) },
  'delete': function (k) { var i = this.k.indexOf(k); if (i > -1) this.k.splice(i, 1) }, clear: function () { this.k = [] }, forEach: function (f) { this.k.forEach(f) }
};
