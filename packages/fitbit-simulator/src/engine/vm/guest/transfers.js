/** The files that a program has queued for the other end of the link; shared by watch and phone. */
/* global emit, entries, Target */
/* exported transfer, queuedTransfers */

/** Transfers by number, as long as they are not over. */
var transfers = {};

function Transfer(number, name) {
  this.number = number;
  this.name = name;
  transfers[number] = this;
}
Transfer.prototype = Object.create(Target.prototype);
Object.defineProperty(Transfer.prototype, "readyState", {
  get: function () {
    return host("outbox.state", this.number);
  },
});
Transfer.prototype.cancel = function () {
  host("outbox.cancel", this.number);
};

/** The transfer that the host calls `NUMBER:NAME`. */
function transfer(entry) {
  var at = entry.indexOf(":"),
    number = entry.slice(0, at);
  return transfers[number] || new Transfer(Number(number), entry.slice(at + 1));
}

function queuedTransfers() {
  return Promise.resolve(JSON.parse(host("outbox.list")).map(transfer));
}

entries.transfer = function (number, over) {
  var it = transfers[number];
  if (over) delete transfers[number];
  if (it) emit(it, "change");
};
