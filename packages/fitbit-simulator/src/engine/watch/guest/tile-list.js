/** Lists: their tiles, which a delegate fills, and their position. */
/* global Element, elements, emit, entries, event, wrap */

Object.defineProperty(Element.prototype, "delegate", {
  get: function () {
    return this["#delegate"];
  },
  set: function (delegate) {
    Object.defineProperty(this, "#delegate", {
      value: delegate,
      writable: true,
      configurable: true,
    });
    this.redraw();
  },
});
Object.defineProperty(Element.prototype, "length", {
  get: function () {
    return host("view.get", this["#"], "length", true) || 0;
  },
  set: function (value) {
    host("view.set", this["#"], "length", String(value));
    this.redraw();
  },
});
Object.defineProperty(Element.prototype, "value", {
  get: function () {
    return host("view.get", this["#"], "value", true);
  },
  set: function (value) {
    host("view.set", this["#"], "value", String(value));
    fillTiles(this);
  },
});

/** The tiles that are in use now, each with the item that it stands for. */
function tilesInUse(list) {
  var tiles = host("view.tiles", list["#"]);
  if (!tiles) return [];
  return tiles.split(",").map(function (entry) {
    var parts = entry.split(":");
    return { tile: wrap(Number(parts[0])), item: Number(parts[1]) };
  });
}

/** Has the delegate fill all tiles, or the one of a single item. */
function fillTiles(list, only) {
  if (!list.delegate) return;
  var length = list.length;
  tilesInUse(list).forEach(function (it) {
    if (it.item < length && (only === undefined || it.item === only)) {
      list.delegate.configureTile(it.tile, list.delegate.getTileInfo(it.item));
    }
  });
}

/** Which pool the tile of each item comes from: one character an item, "0" for the first pool. */
function tileKinds(list, pools) {
  var kinds = "";
  for (var i = 0, length = list.length; i < length; i++) {
    var pool = pools.indexOf(list.delegate.getTileInfo(i).type);
    kinds += String.fromCharCode(48 + Math.max(0, pool));
  }
  return kinds;
}

Element.prototype.redraw = function () {
  if (!this.delegate) return;
  var pools = host("view.pools", this["#"]);
  if (pools)
    host(
      "view.set",
      this["#"],
      "tile-kinds",
      tileKinds(this, pools.split(","))
    );
  fillTiles(this);
};
Element.prototype.updateTile = function (position) {
  fillTiles(this, position);
};
Element.prototype.getTile = function (position) {
  return wrap(host("view.tile", this["#"], Number(position)));
};
Object.defineProperty(Element.prototype, "firstVisibleTile", {
  get: function () {
    return host("view.get", this["#"], "first-visible-tile", true) || 0;
  },
});
Object.defineProperty(Element.prototype, "lastVisibleTile", {
  get: function () {
    var length = this.length;
    return tilesInUse(this).reduce(function (last, it) {
      return it.item < length ? Math.max(last, it.item) : last;
    }, -1);
  },
});
Element.prototype.align = function (options) {
  var alignment = String((options && options.alignment) || "middle"),
    list = wrap(host("view.align", this["#"], alignment));
  if (list) fillTiles(list);
};

entries.tiles = function (number) {
  if (elements[number]) fillTiles(elements[number]);
};
entries.scrolled = function (number, type, fields) {
  if (elements[number])
    emit(elements[number], type, event(type, JSON.parse(fields)));
};
