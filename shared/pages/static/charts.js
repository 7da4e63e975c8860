/* Draws each [data-chart] from the table beside it: what is read is what is drawn.

   data-table    the table's id; its first column names the rows
   data-columns  which columns are drawn (the first of figures is 1)
   data-step     what figures move by, where that is not one
   data-inks     a colour for each, as tokens.css names them
   Colours are CSS variables, so light, dark and paper are the page's own. */
(() => {
  "use strict";
  const drawn = [];
  let onPaper = false;
  const page = () => getComputedStyle(document.documentElement);
  const ink = (name) => page().getPropertyValue((onPaper ? "--print-" : "--") + name).trim();
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const text = (cell) => cell.textContent.trim();

  function read(place) {
    const table = document.getElementById(place.dataset.table);
    const heads = [...table.tHead.rows[0].cells];
    const rows = [...table.tBodies[0].rows];
    return { heads, rows };
  }

  function common() {
    const body = getComputedStyle(document.body);
    return {
      animation: !still.matches && !onPaper,
      animationDuration: 150,
      animationDurationUpdate: 150,
      backgroundColor: "transparent",
      textStyle: { fontFamily: body.fontFamily, fontSize: 14, color: ink("ink") },
      tooltip: {
        renderMode: "richText", // drawn, not written: no style stands in the page
        trigger: "axis",
        axisPointer: { type: "shadow", shadowStyle: { color: ink("line"), opacity: 0.4 } },
        backgroundColor: ink("card"),
        borderColor: ink("line"),
        textStyle: { color: ink("ink"), fontSize: 14 },
      },
    };
  }

  const names = (rows) => rows.map((row) => row.cells[0].dataset.short || text(row.cells[0]));
  const value = (row, column) => Number(row.cells[column].dataset.n);

  function axes(rows, lying, step) {
    const label = { color: ink("soft"), fontSize: 13, hideOverlap: true };
    const amount = {
      type: "value", minInterval: step, axisLabel: label,
      splitLine: { lineStyle: { color: ink("line") } },
    };
    const named = {
      type: "category", data: names(rows), inverse: lying,
      axisLabel: lying ? { ...label, width: 200, overflow: "break", hideOverlap: false } : label,
      axisTick: { show: false }, axisLine: { lineStyle: { color: ink("edge") } },
    };
    return lying ? { xAxis: amount, yAxis: named } : { xAxis: named, yAxis: amount };
  }

  function bars(place, lying) {
    const { heads, rows } = read(place);
    const columns = place.dataset.columns.split(" ").map(Number);
    const inks = place.dataset.inks.split(" ");
    const patterns = [undefined, undefined, { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: ink("card") }];
    const series = columns.map((column, at) => ({
      type: "bar",
      name: text(heads[column]),
      stack: place.dataset.stack,
      barMaxWidth: 28,
      barGap: "10%",
      itemStyle: {
        color: ink(inks[at]), borderColor: ink("edge"), borderWidth: inks[at] === "line" ? 1 : 0,
        decal: patterns[at], borderRadius: place.dataset.stack ? 0 : lying ? [0, 3, 3, 0] : [3, 3, 0, 0],
      },
      label: { show: lying, position: "right", color: ink("ink"), fontSize: 14 },
      data: rows.map((row) => value(row, column) || null),
    }));
    return {
      ...common(),
      ...axes(rows, lying, Number(place.dataset.step || 1)),
      grid: { left: 4, right: lying ? 40 : 4, top: series.length < 2 ? 12 : place.clientWidth < 480 ? 70 : 44, bottom: 4, containLabel: true },
      legend: { show: series.length > 1, left: 0, top: 0, itemGap: 20, textStyle: { color: ink("ink"), fontSize: 14 } },
      series,
    };
  }

  /* Who let go stands left, who hired right, the reader's company between. On a phone all stand
     under each other, the company in the middle: who let go above, who hired below. */
  function spots(sides, width, height) {
    const found = { from: [], to: [] };
    if (width >= 560) {
      for (const [direction, side] of Object.entries(sides)) {
        const x = direction === "from" ? 240 : width - 240;
        found[direction] = side.map((_, at) => [x, ((at + 1) * height) / (side.length + 1)]);
      }
      const middle = sides.from.length ? (sides.to.length ? width / 2 : width - 240) : 240;
      return { ...found, me: [middle, height / 2], beside: { from: "left", to: "right", me: "bottom" } };
    }
    const step = height / (sides.from.length + sides.to.length + 1);
    const row = (at) => step * (at + 0.5);
    found.from = sides.from.map((_, at) => [width * 0.4, row(at)]);
    found.to = sides.to.map((_, at) => [width * 0.4, row(sides.from.length + 1 + at)]);
    return { ...found, me: [24, row(sides.from.length)], beside: { from: "right", to: "right", me: "right" } };
  }

  function relay(place) {
    const { rows } = read(place);
    const sides = { from: [], to: [] };
    rows.forEach((row) => sides[row.cells[1].dataset.direction].push(row));
    const wide = place.clientWidth >= 560;
    place.firstElementChild.style.height = wide
      ? `${Math.max(200, 84 * Math.max(sides.from.length, sides.to.length) + 84)}px`
      : `${84 * (rows.length + 1)}px`;
    const [width, height] = [place.clientWidth, place.firstElementChild.clientHeight];
    const spot = spots(sides, width, height);
    const most = Math.max(...rows.map((row) => value(row, 2)));
    const label = {
      show: true, color: ink("ink"), fontSize: 14, lineHeight: 20, overflow: "break",
      width: wide ? 215 : width * 0.5,
    };
    const lines = sides.to.length ? (sides.from.length ? 0 : -16) : 16; // away from those drawn
    const aside = { distance: 16, offset: [0, lines] };
    const data = [{
      id: "me", value: spot.me, symbolSize: 26, itemStyle: { color: ink("sea") },
      label: {
        ...label, ...(wide ? { width: 280 } : aside), position: spot.beside.me,
        fontWeight: 600, formatter: place.dataset.me,
      },
    }];
    const links = [];
    for (const [direction, side] of Object.entries(sides)) side.forEach((row, at) => {
      const id = `${direction}${at}`, people = value(row, 2), ends = [id, "me"];
      const [source, target] = direction === "from" ? ends : ends.reverse();
      data.push({
        id, value: spot[direction][at], symbolSize: 16,
        itemStyle: { color: ink("card"), borderColor: ink("sea"), borderWidth: 3 },
        label: { ...label, position: spot.beside[direction], formatter: `${text(row.cells[0])}\n${people}` },
      });
      links.push({ source, target, lineStyle: { width: 1.5 + (4 * people) / most } });
    });
    const axis = { show: false, type: "value", min: 0 };
    return {
      ...common(),
      tooltip: { show: false },
      grid: { left: 0, right: 0, top: 0, bottom: 0 },
      xAxis: { ...axis, max: width },
      yAxis: { ...axis, max: height, inverse: true },
      series: [{
        type: "graph", coordinateSystem: "cartesian2d", data, links, silent: true,
        edgeSymbol: ["none", "arrow"], edgeSymbolSize: 11,
        lineStyle: { color: ink("edge"), opacity: 1, curveness: 0 },
      }],
    };
  }

  const kinds = { bars: (place) => bars(place, false), lying: (place) => bars(place, true), relay };

  const option = (place) => kinds[place.dataset.chart](place);

  function draw(place) {
    place.setAttribute("role", "img");
    place.setAttribute("aria-describedby", place.dataset.table);
    place.append(document.createElement("div")); // what is empty is not shown
    const inner = place.firstElementChild;
    inner.style.height = "100%";
    const fresh = option(place);
    const chart = echarts.init(inner, null, { renderer: "canvas" });
    chart.setOption(fresh);
    drawn.push({ place, chart });
  }

  const again = () => drawn.forEach(({ place, chart }) => {
    const fresh = option(place);
    chart.resize();
    chart.setOption(fresh, true);
  });

  function print(yes) {
    onPaper = yes;
    document.querySelectorAll("details[data-folds]").forEach((behind) => { behind.open = yes; });
    again();
  }

  let unfolded = false;
  function begin() {
    drawn.filter(({ place }) => !place.isConnected).forEach((gone) => {
      gone.chart.dispose();
      drawn.splice(drawn.indexOf(gone), 1);
    });
    document.querySelectorAll("[data-chart]:not([role])").forEach(draw);
    document.querySelectorAll("details[data-folds]").forEach((behind) => {
      behind.open = unfolded;
      behind.firstElementChild.addEventListener("click", () => { unfolded = !behind.open; });
    });
  }

  begin();
  document.addEventListener("htmx:after:swap", begin); // a part of the page is another by now
  addEventListener("resize", again);
  addEventListener("beforeprint", () => print(true));
  addEventListener("afterprint", () => print(false));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
})();
