exec(open('/tmp/kern/hand.py').read())
k=Kernel('/tmp/kern/cwd14')
for c in ['import fl from "fall-line"','typeof fl','import fl2 from "fall-line"; typeof fl2', 'typeof require("fall-line").default + " " + ("__esModule" in require("fall-line")) + " " + Object.prototype.toString.call(require("fall-line"))','const fl3 = (await import("fall-line")); typeof fl3.default','import fl4 from "lodash"', '(' * 3000 + '1' + ')' * 3000]:
    r=k.run(c); print('>>>',c[:80]); print(r.status, show(r)[:600], flush=True)
k.stop(now=True)
