/** `calendars`: the events that the world's user sets; with the permission only. */
/* global define, parsed */

/** A question about the calendars, answered by a function of what is in them and the query. */
function calendarQuestion(answer) {
  return function (query) {
    return new Promise(function (resolve) {
      var all = parsed("calendars.get");
      if (all === undefined)
        throw new Error("calendars needs the permission access_calendar");
      resolve(answer(all, query || {}));
    });
  };
}

/** Whether a list of a query, if it has one, names an id. */
function amongIds(ids, id) {
  return !ids || ids.indexOf(id) >= 0;
}

/** An event as companions see it, in the documented shape. */
function calendarEvent(event) {
  event.startDate = new Date(event.startDate);
  event.endDate = new Date(event.endDate);
  event.alarms = [];
  event.attendees = [];
  event.status = "confirmed";
  event.userStatus = "accepted";
  return event;
}

var calendars = {
  searchSources: calendarQuestion(function (all) {
    return all.sources;
  }),
  searchCalendars: calendarQuestion(function (all, query) {
    return all.calendars.filter(function (calendar) {
      return amongIds(query.sourceIds, calendar.sourceId);
    });
  }),
  // An event that ends as the time begins is not in it, unless it has no length.
  searchEvents: calendarQuestion(function (all, query) {
    var from = query.startDate === undefined ? -Infinity : +query.startDate,
      to = query.endDate === undefined ? Infinity : +query.endDate;
    return all.events
      .filter(function (event) {
        return (
          event.startDate <= to &&
          (event.endDate > from || event.startDate >= from) &&
          amongIds(query.calendarIds, event.calendarId)
        );
      })
      .map(calendarEvent);
  }),
};
define("calendars", { calendars: calendars }, calendars);
