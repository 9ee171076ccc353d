// @ts-check
/**
 * Python that writes the commands of the environment it runs in (jupyter, pip, ...) anew, with pip's own writer, so
 * that they name the place where the environment is now. Needs no network.
 */
export const RENEW_SCRIPTS = `
import os, sys, sysconfig
from importlib.metadata import entry_points
from pip._vendor.distlib.scripts import ScriptMaker

maker = ScriptMaker(None, sysconfig.get_path("scripts"))
maker.clobber = True
maker.variants = {""}
maker.set_mode = True
for point in entry_points(group="console_scripts"):
    maker.make(point.name + " = " + point.value)
`;
