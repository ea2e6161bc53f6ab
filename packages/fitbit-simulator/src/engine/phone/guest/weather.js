/** `weather`: what the owner's weather service says; refused where it says nothing. */
/* global define, parsed */

var CONDITIONS = {};
(
  "SunnyDay MostlySunnyDay PartlySunnyDay IntermittentCloudsDay HazySunshineDay MostlyCloudyDay Cloudy " +
  "Overcast - - Fog Showers MostlyCloudyWithShowersDay PartlySunnyWithShowersDay Thunderstorms " +
  "MostlyCloudyWithThunderstormsDay PartlySunnyWithThunderstormsDay Rain Flurries " +
  "MostlyCloudyWithFlurriesDay PartlySunnyWithFlurriesDay Snow MostlyCloudyWithSnowDay Ice Sleet " +
  "FreezingRain - - RainAndSnow Hot Cold Windy ClearNight MostlyClearNight PartlyCloudyNight " +
  "IntermittentCloudsNight HazyMoonlight MostlyCloudyNight PartlyCloudyWithShowersNight " +
  "MostlyCloudyWithShowersNight PartlyCloudyWithThunderstormsNight MostlyCloudyWithThunderstormsNight " +
  "MostlyCloudyWithFlurriesNight MostlyCloudyWithSnowNight"
)
  .split(" ")
  .forEach(function (name, at) {
    if (name !== "-") CONDITIONS[name] = at + 1;
  });

var weather = {
  getWeatherData: function (options) {
    var now = parsed("weather.get");
    if (!now)
      return Promise.reject(
        new Error("there is no weather data on this phone")
      );
    var inFahrenheit = options && options.temperatureUnit === "fahrenheit";
    return Promise.resolve({
      temperatureUnit: inFahrenheit ? "fahrenheit" : "celsius",
      locations: [
        {
          name: now.place,
          timeOffsetUTC: -new Date().getTimezoneOffset(),
          currentWeather: {
            epochTime: Date.now(),
            weatherCondition: CONDITIONS[now.condition],
            temperature: inFahrenheit
              ? now.temperature * 1.8 + 32
              : now.temperature,
          },
        },
      ],
    });
  },
};
define(
  "weather",
  {
    weather: weather,
    WeatherCondition: CONDITIONS,
    TemperatureUnit: { Celsius: "celsius", Fahrenheit: "fahrenheit" },
  },
  weather
);
