exec(open('/tmp/kern/hand.py').read())
k=Kernel('/tmp/kern/cwd14')
for c in ['import fl from "fall-line"; typeof fl.adam','/* '+'x'*300_000+' */ const = 3','const d = ['+'[1, 2], '*20000+'[3]]; nope(d','lambda x: 3']:
    try: r=k.run(c,timeout=40); print('>>>',len(c),c[:60]); print(r.status, show(r)[:500], flush=True)
    except Exception as e: print('>>>',len(c),'RUNNER',repr(e),flush=True)
k.stop(now=True)
