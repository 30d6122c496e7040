/* Draws the processes of a case and marks the path each took. The table below a diagram says the same. */
(function (d) {
  'use strict';
  if (window.BpmnJS) d.querySelectorAll('[data-mj-diagram]').forEach(draw);

  function draw(box) {
    function ids(name) {
      return (box.dataset[name] || '').split(' ').filter(Boolean);
    }

    var viewer = new window.BpmnJS({
      container: box,
      textRenderer: {
        defaultStyle: { fontFamily: '"Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif', fontSize: 13 },
        externalStyle: { fontSize: 12 },
      },
    });

    // Readable first: not smaller than this, with the current step in the middle. The whole is one button away.
    var READABLE = 0.8;

    function show(canvas, now) {
      var whole = canvas.zoom('fit-viewport', 'auto');
      if (whole >= READABLE || !now) return;
      canvas.zoom(READABLE);
      var view = canvas.viewbox();
      canvas.viewbox({
        x: inside(now.x + now.width / 2 - view.width / 2, view.inner.x, view.inner.width, view.width),
        y: inside(now.y + now.height / 2 - view.height / 2, view.inner.y, view.inner.height, view.height),
        width: view.width,
        height: view.height,
      });
    }

    // The middle asked for, moved so that no empty paper shows where there is diagram.
    function inside(start, first, length, visible) {
      var margin = 20;
      return Math.max(first - margin, Math.min(start, first + length + margin - visible));
    }

    d.addEventListener('click', function (e) {
      var button = e.target.closest('[data-mj-zoom]');
      if (!button || button.closest('.mj-panel') !== box.closest('.mj-panel')) return;
      var canvas = viewer.get('canvas');
      if (button.dataset.mjZoom === 'fit') canvas.zoom('fit-viewport', 'auto');
      else canvas.zoom(canvas.zoom() * (button.dataset.mjZoom === 'in' ? 1.25 : 0.8));
    });

    fetch(box.dataset.model, { credentials: 'same-origin' })
      .then(function (answer) {
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.text();
      })
      .then(function (xml) {
        return viewer.importXML(xml);
      })
      .then(function () {
        var canvas = viewer.get('canvas');
        var registry = viewer.get('elementRegistry');
        [
          ['done', 'is-done'],
          ['cut', 'is-cut'],
          ['now', 'is-now'],
          ['flows', 'is-flow'],
        ].forEach(function (pair) {
          ids(pair[0]).forEach(function (id) {
            var element = registry.get(id);
            // A sub-process is a frame: it is marked only while the case is inside.
            if (element && (pair[0] !== 'done' || element.type !== 'bpmn:SubProcess')) canvas.addMarker(id, pair[1]);
          });
        });
        show(canvas, registry.get(ids('now')[0]));
      })
      .catch(function () {
        box.textContent = box.dataset.failed;
      });
  }
})(document);
